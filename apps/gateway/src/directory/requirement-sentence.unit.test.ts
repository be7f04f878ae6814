import { hospital, town } from '@parvis/application/testing/cast';
import { expect, it } from 'vitest';
import { requirementSentence } from './requirement-sentence.js';

const none = { serviceCode: false, engagementNumber: false, serviceCodeOrEngagementNumber: false };

it('says what the entity asks for, its services included', () => {
  expect(requirementSentence(hospital, 'fr')).toMatch(/code service ; certains services/);
  expect(requirementSentence(town, 'fr')).toMatch(/numéro d'engagement/);
  expect(requirementSentence(town, 'en')).toMatch(/engagement number/);
});

it('says that nothing more is needed where nothing is', () => {
  const closed = { code: 'X', name: 'X', active: false, engagementNumberRequired: true };
  expect(requirementSentence({ requirements: none, services: [closed] }, 'fr')).toBe('Le SIRET suffit.');
});

it('says that one of the two is enough', () => {
  const requirements = { ...none, serviceCodeOrEngagementNumber: true };
  expect(requirementSentence({ requirements, services: [] }, 'en')).toMatch(/ or /);
});
