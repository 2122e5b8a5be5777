import { t } from '../../ui/language.ts';
import { Settings } from '../../ui/settings/settings.tsx';
import { mount } from '../../ui/window.tsx';

mount(<Settings />, t.settings);
