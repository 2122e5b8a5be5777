import { Help } from '../../ui/help/help.tsx';
import { h } from '../../ui/help/words.ts';
import { renderWindow } from '../../ui/window.tsx';

renderWindow(<Help />, h.title);
