import { Destination } from '../../ui/destination/destination.tsx';
import { t } from '../../ui/language.ts';
import { mount } from '../../ui/window.tsx';

mount(<Destination />, t.where);
