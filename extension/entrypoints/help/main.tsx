import { Help } from '../../ui/help/help.tsx';
import { h } from '../../ui/help/words.ts';
import { mount } from '../../ui/window.tsx';

mount(<Help />, h.title);
