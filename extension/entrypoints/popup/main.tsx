import { t } from '../../ui/language.ts';
import { Popup } from '../../ui/popup/popup.tsx';
import { mount } from '../../ui/window.tsx';

mount(<Popup />, t.waitingKeys);
