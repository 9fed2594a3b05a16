/** The part of Mozilla's linter that is used here. It has no types. https://github.com/mozilla/addons-linter */
declare module 'addons-linter' {
  interface Message {
    _type: 'error' | 'warning' | 'notice';
    code: string;
    /** Of the package; none if it is about the package as a whole. */
    file?: string;
    message: string;
  }
  interface Linter {
    run(): Promise<{ errors: Message[]; warnings: Message[]; notices: Message[] }>;
  }
  const linter: {
    createInstance(options: {
      config: { _: readonly string[]; output: 'none'; logLevel: 'fatal' };
      runAsBinary: false;
    }): Linter;
  };
  export default linter;
}
