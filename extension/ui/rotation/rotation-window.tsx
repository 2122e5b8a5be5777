import { isEnvironment } from '../../../shared/environment.ts';
import type { Place } from '../../rotation/record.ts';
import { WindowHeading } from '../heading.tsx';
import { useEscape } from '../use-escape.ts';
import { Choice } from './choice.tsx';
import { r } from './language.ts';
import { Stages } from './stages.tsx';

/** The window in which a key is followed by another. It may be closed and opened again anywhere on the way. */
export function RotationWindow() {
  useEscape();
  const place = placeIn(location.search);
  return (
    <>
      <WindowHeading>{r.title}</WindowHeading>
      <p class="lead">{r.lead}</p>
      {place ? <Stages place={place} /> : <Choice />}
    </>
  );
}

/** What the window is opened with, where it is about one key. */
function placeIn(query: string): Place | undefined {
  const asked = new URLSearchParams(query);
  const [project, environment] = [asked.get('project'), asked.get('environment')];
  return project && isEnvironment(environment) ? { project, environment } : undefined;
}
