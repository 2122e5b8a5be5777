import { useEffect, useState } from 'preact/hooks';
import { send } from '../../messages/send.ts';
import type { Begun } from '../../rotation/record.ts';
import { Badge } from '../key-card.tsx';
import { p } from './language.ts';
import { openRotation } from './open-rotation.ts';

/** The keys that are being followed by others, and the way on. */
export function Rotations() {
  const [rotations, setRotations] = useState<readonly Begun[]>([]);
  useEffect(() => void send('rotations', {}).then((known) => setRotations(known.rotations)), []);
  return rotations.map(({ name, masked, ...place }) => (
    <section key={`${place.project} ${place.environment}`} class="notice" aria-label={p.replacing(masked)}>
      <p class="row">
        <strong>{p.replacing(masked)}</strong> <Badge environment={place.environment} />
      </p>
      <p>{p.inProjects(name)}</p>
      <button type="button" aria-label={p.goOnWith(masked, name)} onClick={() => openRotation(place)}>
        {p.goOn}
      </button>
    </section>
  ));
}
