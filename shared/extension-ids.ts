/**
 * The extensions that may start the native host. Chromium derives an extension's id from the public key in its manifest:
 * the first 128 bits of the key's SHA-256, in the letters a to p. With a fixed key, an unpacked build and the store's
 * build have the same id.
 */
export const chromiumKey = [
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxqH8ELNujDZqtxq/nyCPQ6EDKfirDU86Ip9wFBzV0/lHoXSboH05iw',
  'JtcOe/9LJrXQ3uqe2hdt4rfNSKFo6l751ybFg+ObXULp0byb26Vrf+vhdP+m3CcoYuM1r49xkcu9jtBj1HztD/Ml8N+a95m0q9',
  'pg5ApzAgLaSeIB3ss53G08uZYD6aMYuGS0OrXx8R/SQXPsyghsib3+o1CJsaXHi3qyDv5O5rGKGYL4Fv0XlhbU7DlFfJZFrH7y',
  'aKoClC2Y0pn7V7MZ/edDnA5L68z1XmHqjiWUBPAAczKn9YttB0BgIJewC/t88M9uAk9KRT4UBGHto+io8zxTHGA09Y7wIDAQAB',
].join('');

export const chromiumId = 'ljgbjgcpnkdpjkfnkhfpfbpbnpefjjbj';

/** `browser_specific_settings.gecko.id` of the manifest, which Firefox passes to the host unchanged. */
export const geckoId = '{2d58b466-4394-4ae9-8214-39a1d790f936}';
