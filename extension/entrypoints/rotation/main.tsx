import { RotationWindow } from '../../ui/rotation/rotation-window.tsx';
import { r } from '../../ui/rotation/stage.tsx';
import { renderWindow } from '../../ui/window.tsx';

renderWindow(<RotationWindow />, r.title);
