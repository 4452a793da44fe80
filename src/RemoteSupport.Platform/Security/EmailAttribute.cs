using System.ComponentModel.DataAnnotations;

namespace RemoteSupport.Platform.Security;

/// <summary>
/// A text that is an <see cref="EmailAddress"/>; null passes (use Required as well). Its ErrorMessage must be stated:
/// a default one could not be translated.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class EmailAttribute() : ValidationAttribute(() => throw new InvalidOperationException("State the ErrorMessage of [Email]."))
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || (value is string text && EmailAddress.TryParse(text, out _));
}
