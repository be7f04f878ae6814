/** Without the white space of XML around it (space, tab, CR, LF), which is less than JavaScript's. */
export const bare = (text: string): string => text.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
