import { By, error } from 'selenium-webdriver';
import type { WebDriver, WebElement } from 'selenium-webdriver';

/** Milliseconds: enough for a machine that is busy with something else. */
const patience = 15_000;

const candidates = {
  alert: '[role="alert"]',
  alertdialog: 'dialog[role="alertdialog"][open]',
  button: 'button',
  dialog: 'dialog[open]',
  heading: 'h1, h2, h3',
  image: 'img, svg[role="img"]',
  link: 'a',
  listitem: 'li',
  textbox: 'input',
};
type Role = keyof typeof candidates;

/**
 * The page of WebKitGTK's browser, in which a test finds things as a person does: by role and name. WebKit
 * itself computes both.
 */
export class WebKitPage {
  readonly driver: WebDriver;
  #appUrl: string;

  constructor(driver: WebDriver, appUrl: string) {
    this.driver = driver;
    this.#appUrl = appUrl;
  }

  /** Opens a path below the app's address, or a link. */
  async open(address: string): Promise<void> {
    await this.driver.get(address.startsWith('/') ? this.#appUrl + address : address);
  }

  /** Waits until the page shows this, and returns it. */
  async see(role: Role, name: string | RegExp, place?: WebElement): Promise<WebElement> {
    return this.#wait(`${role} ${String(name)}`, () => this.#find(role, name, place));
  }

  /** Waits until the page, or a place in it, shows these words. */
  async read(words: string | RegExp, place?: WebElement): Promise<void> {
    await this.#wait(String(words), async () => {
      const text = await (place ?? (await this.driver.findElement(By.css('body')))).getText();
      return (typeof words === 'string' ? text.includes(words) : words.test(text)) || undefined;
    });
  }

  async isShown(role: Role, name: string | RegExp, place?: WebElement): Promise<boolean> {
    return (await this.#find(role, name, place)) !== undefined;
  }

  async press(role: 'button' | 'link', name: string | RegExp, place?: WebElement): Promise<void> {
    await (await this.see(role, name, place)).click();
  }

  async type(field: string, text: string, place?: WebElement): Promise<void> {
    await (await this.see('textbox', field, place)).sendKeys(text);
  }

  /** Waits until the address is this path. */
  async at(path: string): Promise<void> {
    await this.#wait(`the address ${path}`, async () => {
      const { pathname } = new URL(await this.driver.getCurrentUrl());
      return pathname === path || undefined;
    });
  }

  async #find(role: Role, name: string | RegExp, place?: WebElement) {
    const found = await (place ?? this.driver).findElements(By.css(candidates[role]));
    for (const element of found)
      if (
        (await element.isDisplayed()) &&
        matches(
          role === 'listitem' || role === 'alert'
            ? await element.getText()
            : await element.getAccessibleName(),
          name,
        )
      )
        return element;
    return undefined;
  }

  async #wait<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
    const found = await this.driver.wait(
      async () => {
        try {
          return (await look()) ?? false;
        } catch (cause) {
          // The page changed while it was looked at.
          if (cause instanceof error.StaleElementReferenceError) return false;
          throw cause;
        }
      },
      patience,
      `The page does not show: ${what}.`,
    );
    return found as Found;
  }
}

const matches = (name: string, wanted: string | RegExp) =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);
