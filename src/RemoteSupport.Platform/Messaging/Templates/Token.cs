namespace RemoteSupport.Platform.Messaging.Templates;

internal enum TokenKind
{
    /// <summary>Text outside code blocks.</summary>
    Text,
    CodeStart,
    CodeEnd,
    LineBreak,
    /// <summary>A keyword or a path with its dots.</summary>
    Word,
    Quoted,
    Number,
    Symbol,
    End,
}

/// <summary>The smallest part of a template; <paramref name="Text"/> is a quoted text's value, otherwise what stands in the source.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, Place Place);
