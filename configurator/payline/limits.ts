/** In seconds, for everything: the proxy, the connection, and the whole answer. */
export const longestSeconds = 10;

/** In bytes. A merchant with hundreds of contracts stays far below. */
export const largestAnswer = 1024 * 1024;
