/** The one place where Preact turns a text into HTML, for `dangerouslySetInnerHTML`. */
const ASSIGNMENT = /\w+\.innerHTML=\w+\.__html/;

/** Takes that out of Preact: what a service sends cannot become HTML, and Mozilla's linter has nothing to warn of. */
export const withoutInnerHtml = {
  name: 'without-inner-html',
  transform(code: string, id: string) {
    if (!id.endsWith('/preact/dist/preact.mjs')) return null;
    if (!ASSIGNMENT.test(code)) throw new Error(`Where does this Preact set innerHTML? ${id}`);
    return { code: code.replace(ASSIGNMENT, 'null'), map: null };
  },
};
