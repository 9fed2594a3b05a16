import { testHostileTexts } from './hostile.ts';

testHostileTexts('firefox');
