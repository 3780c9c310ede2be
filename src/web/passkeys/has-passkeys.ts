const ADDRESS_OF_NUMBERS = /^(\d+\.){3}\d+$|^\[/;

/**
 * Whether passkeys can be made and used on this page: the connection is safe, the site has a name rather than numbers for an
 * address, and the browser reads and writes what the server says of them.
 */
export function hasPasskeys(): boolean {
  return (
    isSecureContext &&
    !ADDRESS_OF_NUMBERS.test(location.hostname) &&
    typeof PublicKeyCredential === 'function' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    'toJSON' in PublicKeyCredential.prototype
  );
}
