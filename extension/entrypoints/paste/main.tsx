import { k, Paste } from '../../ui/paste/paste.tsx';
import { renderWindow } from '../../ui/window.tsx';

renderWindow(<Paste />, k.title);
