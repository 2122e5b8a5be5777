import { t } from '../../ui/language.ts';
import { mount } from '../../ui/mount.tsx';
import { WaitingList } from '../../ui/waiting-list.tsx';

mount(<WaitingList />, t.waitingKeys);
