import { k, Paste } from '../../ui/paste/paste.tsx';
import { mount } from '../../ui/window.tsx';

mount(<Paste />, k.title);
