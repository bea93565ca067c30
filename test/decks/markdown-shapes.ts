export const BPE = 'What is BPE?';
export const MERGE = 'How does it merge pairs?';
export const LOOP = 'Explain the event loop.';

/** Ten shapes of public lists; each holds these three questions and no other. */
export const SHAPES: Readonly<Record<string, string>> = {
  'headings with numbers under sections': `
# Interview questions

A collection of questions. What else?

## Table of Contents

- [Tokens](#tokens)
  - [${BPE}](#1-what-is-bpe)

## Tokens

### 1. ${BPE}

Byte pair encoding.

### 2. ${MERGE}

By **frequency**:

#### Example

- first
- second

[⬆ Back to Top](#table-of-contents)

## Runtime

### 3. ${LOOP}

It takes tasks.

## License

MIT. What does that mean? Read it.
`,
  'headings with Q and A, and stars': `
#### Q1: ${BPE} ⭐⭐

**Answer:**

Byte pair encoding.

---

#### Q2: ${MERGE} ⭐

**Answer:** By frequency.

#### Q3: ${LOOP}

Answer: It takes tasks.
`,
  'items that hold a heading, and a table of contents': `
### Table of Contents

| No. | Questions |
| --- | --------- |
| 1 | [${BPE}](#what-is-bpe) |
| 2 | [${MERGE}](#how) |

1. ### ${BPE}

    Byte pair encoding.

    \`\`\`python
    def merge(pairs):
        return pairs
    \`\`\`

    **[⬆ Back to Top](#table-of-contents)**

2. ### ${MERGE}

    By frequency.

3. ### ${LOOP}

    It takes tasks.
`,
  'numbered items with bold questions': `
## Basics

1. **${BPE}**

   Byte pair encoding.

2. **${MERGE}**

   - By frequency.
   - What is frequent? Pairs.

3. **${LOOP}**
   It takes tasks.
`,
  'numbered items with answers that nobody indented': `
1. ${BPE}

Byte pair encoding.

2. ${MERGE}

By frequency.

- first

3. ${LOOP}

It takes tasks.
`,
  'folded answers behind their questions': `
<details>
<summary>${BPE}</summary>

Byte pair encoding.

</details>

<details><summary><b>2. ${MERGE}</b></summary><br>By <i>frequency</i>.</details>

<details>
<summary>${LOOP}</summary>
<p>

It takes tasks.

</p>
</details>
`,
  'folded answers under headings': `
###### 1. ${BPE}

<details><summary><b>Answer</b></summary>
<p>

#### Answer: Byte pair encoding.

</p>
</details>

---

###### 2. ${MERGE}

<details><summary>Show answer</summary>

By frequency.

</details>

###### 3. ${LOOP}

<details><summary>Answer</summary>

It takes tasks.

</details>
`,
  'bold questions with paragraphs under them': `
## Tokens

**${BPE}**

Byte pair encoding.

It is *old*.

**Q2. ${MERGE}**
By frequency.

**3. ${LOOP}**

It takes tasks.
`,
  'paragraphs of Q and A': `
Q: ${BPE}
A: Byte pair encoding.

**Q:** ${MERGE}

**A:** By frequency.

Q3. ${LOOP}

A: It takes tasks.
`,
  'a table': `
| Question | Answer | Difficulty |
| -------- | ------ | ---------- |
| ${BPE} | Byte pair encoding. | easy |
| ${MERGE} | By \`frequency\`. | |
| ${LOOP} | It takes tasks. | |
`,
};
