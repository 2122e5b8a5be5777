/** What Payline's DirectPaymentAPI answers to `getMerchantSettings`. */
export function settingsAnswer(code = '00000'): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><getMerchantSettingsResponse xmlns="http://impl.ws.payline.experian.com"><result><ns1:code xmlns:ns1="http://obj.ws.payline.experian.com">${code}</ns1:code><ns2:shortMessage xmlns:ns2="http://obj.ws.payline.experian.com">ACCEPTED</ns2:shortMessage></result><listPointOfSell><pointOfSell><siret>123</siret><label>Boutique de Léa</label><contracts><contract><cardType>CB</cardType><label>Carte bancaire</label><contractNumber>0417088</contractNumber></contract><contract><cardType>AMEX</cardType><label>Amex</label><contractNumber>AMEX</contractNumber></contract></contracts></pointOfSell></listPointOfSell></getMerchantSettingsResponse></soapenv:Body></soapenv:Envelope>`;
}

export const soapFault =
  '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><S:Fault><faultcode>S:Server</faultcode></S:Fault></S:Body></S:Envelope>';

/** Entities that would grow to gigabytes. */
export function entityBomb(): string {
  const lines = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
  return `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "lol">${lines.join('')}]>${settingsAnswer()
    .replace(/^<\?xml[^>]*>/, '')
    .replace('Boutique', '&e9;')}`;
}
