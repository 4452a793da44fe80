using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Shared;

/// <summary>What a person reads about a new password that may not be chosen (AC-7): keys of the translations.</summary>
internal static class PasswordSentences
{
    /// <summary>The sentence for a flaw.</summary>
    public static string Of(PasswordFlaw flaw) => flaw switch
    {
        PasswordFlaw.TooShort => Sentence.Of("Choose a password of at least 10 characters."),
        PasswordFlaw.TooLong => Sentence.Of("A password can have 128 characters at most."),
        PasswordFlaw.TooCommon => Sentence.Of("Many people use this password or one like it. Please choose another one."),
        PasswordFlaw.ContainsAddress => Sentence.Of("Choose a password that does not contain your e-mail address."),
        PasswordFlaw.ContainsName => Sentence.Of("Choose a password that does not contain your name."),
        _ => throw new ArgumentOutOfRangeException(nameof(flaw)),
    };
}
