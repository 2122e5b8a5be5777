import { t } from '../../ui/language.ts';
import { Popup } from '../../ui/popup/popup.tsx';
import { renderWindow } from '../../ui/window.tsx';

renderWindow(<Popup />, t.waitingKeys);
