// What the review is told by told.py, and what it says back. Read by `tsc` alone; never served.

interface ReviewColumn {
  index: number;
  heading: string;
  role: string;
  /** the role and the order of day and month, in words */
  words: string;
  sure: boolean;
  /** share of the filled cells that read as the role, in per cent */
  fits: number;
  samples: string[];
  order: string;
  dated: boolean;
  said: string;
}

interface ReviewCell {
  /** as it is written */
  w: string;
  /** as it was read, where that is not the same */
  r?: string;
  /** what is written says the same in other letters */
  same?: boolean;
  /** the key of its question */
  q?: string;
  sure?: boolean;
  yours?: "one" | "all";
}

interface ReviewRow {
  key: string;
  line: number;
  state: "read" | "needs" | "out";
  reason: string;
  facet: string;
  stops: number[];
  /** goes on at the stop of the row above */
  same: boolean;
  status: string;
  /** the id of its event or visit on the map */
  mark: string;
  cells: ReviewCell[];
}

interface ReviewQuestion {
  sentence: string;
  facet: string;
  /** the share is in per cent, 0 where there is none */
  choices: [words: string, share: number, forAll: boolean][];
  chosen: number;
  count: number;
  places: boolean;
  /** is asked, and answered, for a whole column */
  whole: boolean;
}

interface ReviewData {
  words?: Spoken;
  columns: ReviewColumn[];
  roles: [value: string, words: string][];
  rows: ReviewRow[];
  questions: Record<string, ReviewQuestion>;
  counts: { rows: number; read: number; needs: number; out: number };
  facets: [name: string, rows: number][];
  /** how many questions have an answer that leads by a margin */
  clear: number;
  also: [key: string, label: string, words: string][];
  undoable: number;
  theme: string;
  wrong: string;
  /** of the reading */
  version: number;
  /** counts what the server has heard */
  turn: number;
}

type Said = { do: string } & Record<string, string | number | boolean>;
