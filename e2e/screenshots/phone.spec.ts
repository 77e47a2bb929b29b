import { expect } from '@playwright/test';
import { test, type Language, type Theme } from '../support/fixtures';
import { PhonePage } from '../support/phone';
import { picture } from '../support/picture';

const languages: Language[] = ['nl', 'en'];
const themes: Theme[] = ['light', 'dark'];

for (const language of languages) {
	for (const theme of themes) {
		test.describe(`${language}-${theme}`, () => {
			test.use({ language, theme });
			const look = `${language}-${theme}`;

			test('map', async ({ page, server }) => {
				const phone = await PhonePage.open(page, server);
				const stage = await phone.goTo(language === 'nl' ? 'Do – kopen' : 'Do');
				await picture(page, `phone-${look}`);

				await stage.getByRole('button', { name: /Wachten op de fiets|Wait for the bike/ }).tap();
				await expect(phone.sheet).toBeVisible();
				await picture(page, `phone-details-${look}`);
				await phone.close();

				await stage
					.getByRole('region', { name: /^(Relevantie|Relevance)/ })
					.evaluate((node) => node.scrollIntoView({ block: 'center' }));
				await picture(page, `phone-scores-${look}`);
			});

			test('start page', async ({ page, server }) => {
				await page.goto(server.link);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				await picture(page, `phone-home-${look}`);
			});

			test('picture of gain', async ({ page, server }) => {
				await page.goto(server.link);
				await page.goto(`${server.origin}/j/jo-femke/gain`);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				await picture(page, `phone-gain-${look}`);
			});
		});
	}
}
