import { send } from '../../messages/send.ts';
import { WindowHeading } from '../heading.tsx';
import { t } from '../language.ts';
import { k } from './language.ts';

/** The key waits now like any other. */
export function Kept({ masked, isCleared }: { masked: string; isCleared: boolean }) {
  const goOn = async () => {
    await send('open', {});
    window.close();
  };
  return (
    <section class="notice safe">
      <WindowHeading>{k.kept(masked)}</WindowHeading>
      <p>{k.keptMore}</p>
      <p>
        {isCleared ? k.cleared : k.notCleared} {k.clipboardManagers}
      </p>
      <button type="button" class="primary" onClick={() => void goOn()}>
        {t.openDestination}
      </button>
    </section>
  );
}
