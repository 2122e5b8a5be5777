import { Destination } from '../../ui/destination/destination.tsx';
import { t } from '../../ui/language.ts';
import { renderWindow } from '../../ui/window.tsx';

renderWindow(<Destination />, t.where);
