import { t } from '../../ui/language.ts';
import { Settings } from '../../ui/settings/settings.tsx';
import { renderWindow } from '../../ui/window.tsx';

renderWindow(<Settings />, t.settings);
