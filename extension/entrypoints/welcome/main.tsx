import { mount } from '../../ui/mount.tsx';
import { Welcome } from '../../ui/welcome/welcome.tsx';
import { w } from '../../ui/welcome/words.ts';

mount(<Welcome />, w.title);
