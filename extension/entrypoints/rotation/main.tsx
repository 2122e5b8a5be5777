import { RotationWindow } from '../../ui/rotation/rotation-window.tsx';
import { r } from '../../ui/rotation/stage.tsx';
import { mount } from '../../ui/window.tsx';

mount(<RotationWindow />, r.title);
