/** So many questions at most are asked in a row, before the plan that they lead to. */
export const questionDepth = 3;
