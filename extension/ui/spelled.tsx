/** A code that a person reads out: large, and spelled by a screen reader. */
export function Spelled({ text }: { text: string }) {
  return (
    <p class="read-out mono">
      <span aria-hidden="true">{text}</span>
      <span class="spoken">{[...text].join(' ')}</span>
    </p>
  );
}
