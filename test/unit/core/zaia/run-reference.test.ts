import { expect, test } from 'vitest';
import { readRunReference } from '../../../../lib/core/zaia/run-reference';

const RUN = '7d0c9b1e-2f43-4a53-9a0b-0b6f5d1f7a01';
const OTHER = '5f0e3a44-6a0b-4f43-8e27-7a1f0f6f3b10';
const API = 'https://api.endless.zaia.app/api/v1/executions';

test.each([
  { what: 'either', text: RUN },
  { what: 'either', text: `  ${RUN.toUpperCase()}\n` },
  { what: 'either', text: `\u200b"${RUN}"\ufeff` },
  { what: 'either', text: RUN.replaceAll('-', '-\u2060\u200d') },
  { what: 'either', text: `\u200e${RUN.replace('-', '-\u00ad')}` },
  { what: 'run', text: `{“id”: “${RUN}”, “workspaceId”: “${OTHER}”}` },
  { what: 'either', text: `https://endless.zaia.app/runs/${RUN}?tab=log` },
  { what: 'either', text: `${RUN} ${RUN}` },
  { what: 'run', text: `${API}/${RUN}` },
  { what: 'run', text: `${API}/nestings?executionId=${RUN}` },
  { what: 'message', text: `${API}/nestings?chatMessageId=${RUN}` },
  { what: 'message', text: `${API}/nestings?executionId=&chatMessageId=${RUN}` },
  { what: 'run', text: `curl --url ${API}/${RUN} --header 'authorization: ${OTHER}'` },
  { what: 'run', text: `curl -H 'authorization: ${OTHER}' "${API}/${RUN}"` },
  { what: 'message', text: `${API}/nestings?CHATMESSAGEID=${RUN.toUpperCase()}&x=${OTHER}` },
  { what: 'run', text: `${API}/nestings?EXECUTIONID=${RUN.toUpperCase()}&x=${OTHER}` },
  { what: 'run', text: `${API.toUpperCase()}/${RUN.toUpperCase()}?x=${OTHER}` },
  { what: 'message', text: `curl -G ${API}/nestings -d 'chatMessageId=${RUN}' -H 'x: ${OTHER}'` },
  { what: 'message', text: `{"chatMessageId": "${RUN}", "workspaceId": "${OTHER}"}` },
  { what: 'run', text: `{"responderId": "${OTHER}", "id": "${RUN}", "parentId": null}` },
  { what: 'run', text: `RESPONDERID: ${OTHER}, ID: ${RUN.toUpperCase()}` },
])('$what: $text', ({ what, text }) => {
  expect(readRunReference(text)).toEqual({ ok: true, id: RUN, what });
});

test.each([
  { text: '', error: 'runReferenceMissing' },
  { text: ' \u200b\n', error: 'runReferenceMissing' },
  { text: 'my run', error: 'runReferenceUnreadable' },
  { text: `${RUN} ${OTHER}`, error: 'runReferenceUnreadable' },
  { text: `${API}/{id}`, error: 'runReferenceUnreadable' },
  { text: `curl ${API}/<id> -H 'x: ${RUN.slice(1)}'`, error: 'runReferenceUnreadable' },
])('"$text" is refused', ({ text, error }) => {
  expect(readRunReference(text)).toEqual({ ok: false, error });
});
