import { test } from '@playwright/test';
import type { CDPSession, Page } from '@playwright/test';

/**
 * A virtual authenticator of the browser, driven through its debugging protocol. Only Chromium has one;
 * elsewhere, a test that wants it is skipped.
 */
export class VirtualAuthenticator {
  #session: CDPSession;
  #authenticatorId: string;

  private constructor(session: CDPSession, authenticatorId: string) {
    this.#session = session;
    this.#authenticatorId = authenticatorId;
  }

  /** `internal`: built into the device, with a fingerprint reader. `usb`: a security key. */
  static async attach(
    page: Page,
    transport: 'internal' | 'usb' = 'internal',
    {
      hasPin = true,
    }: { /** A security key without one cannot tell who touches it. */ hasPin?: boolean } = {},
  ): Promise<VirtualAuthenticator> {
    const browser = page.context().browser()?.browserType().name();
    if (browser === 'firefox') test.skip(true, 'Firefox has no virtual authenticator over BiDi.');
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable', { enableUI: false });
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport,
        hasResidentKey: true,
        hasUserVerification: hasPin,
        isUserVerified: hasPin,
        automaticPresenceSimulation: true,
      },
    });
    return new VirtualAuthenticator(session, authenticatorId);
  }

  async credentials() {
    const authenticatorId = this.#authenticatorId;
    const answer = await this.#session.send('WebAuthn.getCredentials', { authenticatorId });
    return answer.credentials;
  }

  /** Sets whether user verification (a finger or a face) succeeds from now on. */
  async recognise(isUserVerified: boolean): Promise<void> {
    const authenticatorId = this.#authenticatorId;
    await this.#session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  }

  /**
   * Sets whether the person touches the key from now on; if not, the ceremony waits until it times
   * out.
   */
  async touch(enabled: boolean): Promise<void> {
    const authenticatorId = this.#authenticatorId;
    await this.#session.send('WebAuthn.setAutomaticPresenceSimulation', {
      authenticatorId,
      enabled,
    });
  }

  /** Moves the authenticator, with its passkeys, to the browser of another page. */
  async moveTo(page: Page): Promise<VirtualAuthenticator> {
    const credentials = await this.credentials();
    await this.remove();
    const moved = await VirtualAuthenticator.attach(page);
    const authenticatorId = moved.#authenticatorId;
    for (const credential of credentials)
      await moved.#session.send('WebAuthn.addCredential', { authenticatorId, credential });
    return moved;
  }

  async remove(): Promise<void> {
    const authenticatorId = this.#authenticatorId;
    await this.#session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  }
}
