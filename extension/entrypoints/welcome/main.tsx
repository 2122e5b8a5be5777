import { Welcome } from '../../ui/welcome/welcome.tsx';
import { w } from '../../ui/welcome/words.ts';
import { mount } from '../../ui/window.tsx';

mount(<Welcome />, w.title);
