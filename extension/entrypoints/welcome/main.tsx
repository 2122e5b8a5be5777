import { Welcome } from '../../ui/welcome/welcome.tsx';
import { w } from '../../ui/welcome/words.ts';
import { renderWindow } from '../../ui/window.tsx';

renderWindow(<Welcome />, w.title);
