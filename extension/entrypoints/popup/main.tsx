import { t } from '../../ui/language.ts';
import { mount } from '../../ui/mount.tsx';
import { Popup } from '../../ui/popup/popup.tsx';

mount(<Popup />, t.waitingKeys);
