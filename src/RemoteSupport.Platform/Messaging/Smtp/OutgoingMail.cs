namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>A sender or recipient.</summary>
/// <param name="Name">The name to show, or null.</param>
/// <param name="Address">The address; its domain may be an internationalized one.</param>
public sealed record MailParty(string? Name, string Address);

/// <summary>A picture that the HTML shows by <c>cid:</c>.</summary>
/// <param name="ContentId">Its id, without angle brackets.</param>
/// <param name="MediaType">For example <c>image/png</c>.</param>
/// <param name="Bytes">The file's content.</param>
public sealed record InlineImage(string ContentId, string MediaType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The picture as an address that carries it, for pages that cannot refer to an attachment.</summary>
    public string DataUrl => $"data:{MediaType};base64,{Convert.ToBase64String(Bytes.Span)}";
}

/// <summary>One message to one recipient, ready to be sent.</summary>
public sealed record OutgoingMail
{
    /// <summary>Without angle brackets; the same at every attempt, so that a message sent twice is recognized (DL-1).</summary>
    public required string MessageId { get; init; }

    /// <summary>The sender that people see.</summary>
    public required MailParty From { get; init; }

    /// <summary>The recipient.</summary>
    public required MailParty To { get; init; }

    /// <summary>Where answers go, if not to the sender.</summary>
    public MailParty? ReplyTo { get; init; }

    /// <summary>The address that bounces go to, invisible in the message; empty for none.</summary>
    public required string ReturnPath { get; init; }

    /// <summary>The subject; line breaks in it become spaces.</summary>
    public required string Subject { get; init; }

    /// <summary>The plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML, or null.</summary>
    public string? Html { get; init; }

    /// <summary>The language tag of both texts.</summary>
    public required string Language { get; init; }

    /// <summary>The instant in the Date header, with the offset to show.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The pictures of the HTML; without HTML they are left out.</summary>
    public IReadOnlyList<InlineImage> Images { get; init; } = [];

    /// <summary>Further headers: References, In-Reply-To, List-Unsubscribe, Auto-Submitted and the like.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Its id only: the texts hold secret links (DL-5).</summary>
    public override string ToString() => MessageId;
}
