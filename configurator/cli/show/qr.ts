import type { Terminal } from '../terminal.ts';

/** Prints a text as a QR code, its light modules drawn, so that a dark terminal without colours shows it rightly too. */
export async function showQr(text: string, { print, paint }: Terminal): Promise<void> {
  const { renderUnicodeCompact } = await import('uqr');
  const drawn = renderUnicodeCompact(text, { border: 2 });
  for (const line of drawn.split('\n')) print(paint(['whiteBright', 'bgBlack'], line));
}
