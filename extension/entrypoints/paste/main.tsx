import { mount } from '../../ui/mount.tsx';
import { k } from '../../ui/paste/language.ts';
import { Paste } from '../../ui/paste/paste.tsx';

mount(<Paste />, k.title);
