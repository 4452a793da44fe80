using RemoteSupport.Platform.Localization;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Why a message was not sent, where no server said it. Each sentence is a key of the catalogues.</summary>
public static class MailReasons
{
#pragma warning disable CS1591 // The sentence says it.
    public static string NoServer => Sentence.Of("There is no mail server: see the delivery settings.");
    public static string Unreachable => Sentence.Of("The mail server cannot be reached.");
    public static string NoAnswerInTime => Sentence.Of("The mail server did not answer in time.");
    public static string ConnectionLost => Sentence.Of("The mail server closed the connection.");
    public static string NotSmtp => Sentence.Of("The mail server's answer was not understood.");
    public static string NoStartTls => Sentence.Of("The mail server does not offer STARTTLS.");
    public static string TlsFailed => Sentence.Of("The mail server's certificate or encryption was not accepted.");
    public static string NoSignInOffered => Sentence.Of("The mail server offers no sign-in that is supported (PLAIN or LOGIN).");
    public static string TooLarge => Sentence.Of("The message is larger than the mail server accepts.");
    public static string NoInternationalAddresses => Sentence.Of("The mail server does not accept addresses with letters beyond a to z before the @.");
    public static string AddressInvalid => Sentence.Of("The e-mail address is not valid.");
    public static string HeaderInvalid => Sentence.Of("The message has a header that is not allowed.");
    public static string TooLate => Sentence.Of("The message could not be sent before it lost its use.");
    public static string HelloNameInvalid => Sentence.Of("The name to greet the mail server with is not valid.");
#pragma warning restore CS1591
}
