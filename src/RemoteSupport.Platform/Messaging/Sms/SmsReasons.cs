using RemoteSupport.Platform.Localization;

namespace RemoteSupport.Platform.Messaging.Sms;

/// <summary>Why a text message was not sent, where no gateway said it. Each sentence is a key of the catalogues.</summary>
public static class SmsReasons
{
#pragma warning disable CS1591 // The sentence says it.
    public static string NoGateway => Sentence.Of("There is no SMS gateway: see the delivery settings.");
    public static string Unreachable => Sentence.Of("The SMS gateway cannot be reached.");
    public static string NoAnswerInTime => Sentence.Of("The SMS gateway did not answer in time.");
    public static string TlsFailed => Sentence.Of("The SMS gateway's certificate or encryption was not accepted.");
    public static string NotUnderstood => Sentence.Of("The SMS gateway's answer was not understood.");
    public static string SignInRefused => Sentence.Of("The SMS gateway refused the sign-in.");
    public static string NumberInvalid => Sentence.Of("The phone number is not valid.");
    public static string CountryNotAllowed => Sentence.Of("SMS to this country are not allowed: see the delivery settings.");
    public static string DailyCapReached => Sentence.Of("The daily limit of SMS was reached: see the delivery settings.");
    public static string NotDelivered => Sentence.Of("The SMS could not be delivered.");
    public static string RejectedByNetwork => Sentence.Of("The mobile network refused the SMS.");
#pragma warning restore CS1591
}
