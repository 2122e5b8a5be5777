import { mount } from '../../ui/mount.tsx';
import { r } from '../../ui/rotation/language.ts';
import { RotationWindow } from '../../ui/rotation/rotation-window.tsx';

mount(<RotationWindow />, r.title);
