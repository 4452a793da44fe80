namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Why a message was not sent, where no server said it. Each sentence is a key of the catalogues.</summary>
public static class MailReasons
{
#pragma warning disable CS1591 // The sentence says it.
    public const string Unreachable = "The mail server cannot be reached.";
    public const string NoAnswerInTime = "The mail server did not answer in time.";
    public const string ConnectionLost = "The mail server closed the connection.";
    public const string NotSmtp = "The mail server's answer was not understood.";
    public const string NoStartTls = "The mail server does not offer STARTTLS.";
    public const string TlsFailed = "The mail server's certificate or encryption was not accepted.";
    public const string NoSignInOffered = "The mail server offers no sign-in that is supported (PLAIN or LOGIN).";
    public const string TooLarge = "The message is larger than the mail server accepts.";
    public const string NoInternationalAddresses = "The mail server does not accept addresses with letters beyond a to z before the @.";
    public const string AddressInvalid = "The e-mail address is not valid.";
    public const string HeaderInvalid = "The message has a header that is not allowed.";
    public const string TooLate = "The message could not be sent before it lost its use.";
    public const string HelloNameInvalid = "The name to greet the mail server with is not valid.";
#pragma warning restore CS1591
}
