/** What an address that is not to be loaded becomes: an image that is empty and already there. */
export const emptyImage = 'data:,';
