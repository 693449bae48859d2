"""Files ⇄ plans: the reader with positions, the splice editor, discovery, configuration, texts."""
