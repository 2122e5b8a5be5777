import type { Language } from '../../../shared/messages.ts';

const en = {
  ask: 'Ask Payline whether the key works',
  askMore: 'The configurator sends Payline one question in the key’s name, which changes nothing.',
  asking: 'Asking Payline…',
  works: 'Payline accepts the key.',
  noContracts: 'no contract',
  more: (count: number) => `${count} more`,
};

export type PaylineWords = typeof en;

const fr: PaylineWords = {
  ask: 'Demander à Payline si la clé marche',
  askMore: 'Le configurateur pose à Payline, au nom de la clé, une question qui ne change rien.',
  asking: 'Question posée à Payline…',
  works: 'Payline accepte la clé.',
  noContracts: 'aucun contrat',
  more: (count) => `${count} de plus`,
};

export const words: Readonly<Record<Language, PaylineWords>> = { en, fr };
