import { djangoPayline } from './django-payline.ts';
import { izend } from './izend.ts';
import type { Kit } from './kit.ts';
import { lolautruchePaylineBundle } from './lolautruche-payline-bundle.ts';
import { monextCommercetools } from './monext-commercetools.ts';
import { monextSalesforce } from './monext-salesforce.ts';
import { paylineDotnet } from './payline-dotnet.ts';
import { paylineJava } from './payline-java.ts';
import { paylinePhp } from './payline-php.ts';
import { pxcorePayline } from './pxcore-payline.ts';
import { pythonPayline } from './python-payline.ts';
import { rimitiPayline } from './rimiti-payline.ts';
import { sab91Payline } from './sab91-payline.ts';
import { thelia1 } from './thelia-1.ts';
import { zf2Payline } from './zf2-payline.ts';

/** Every kit that is known by name. */
export const kits: readonly Kit[] = [
  paylinePhp,
  paylineJava,
  paylineDotnet,
  monextCommercetools,
  monextSalesforce,
  lolautruchePaylineBundle,
  pxcorePayline,
  zf2Payline,
  thelia1,
  izend,
  djangoPayline,
  pythonPayline,
  rimitiPayline,
  sab91Payline,
];
