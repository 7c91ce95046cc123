/** An error that ends a build with a sentence for the person who started it: where in our programs it was thrown tells that person nothing. */
export function faultOf(sentence: string): Error {
  const error = new Error(sentence);
  delete error.stack;
  return error;
}
