namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>A server's answer: its code, and the text of its lines.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsGood => Code is >= 200 and < 300;

    public bool WantsData => Code is 354;

    public bool WantsMoreSignIn => Code is 334;

    /// <summary>The server closes the connection after this.</summary>
    public bool SaysGoodbye => Code is 421;

    /// <summary>The same message will be refused again. Asking for a sign-in is not about the message (RFC 4954).</summary>
    public bool IsForGood => Code is >= 500 and not (530 or 534 or 535 or 538);

    public override string ToString() => $"{Code} {Lines[^1]}".TrimEnd();
}
