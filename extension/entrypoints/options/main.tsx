import { t } from '../../ui/language.ts';
import { mount } from '../../ui/mount.tsx';
import { Settings } from '../../ui/settings/settings.tsx';

mount(<Settings />, t.settings);
