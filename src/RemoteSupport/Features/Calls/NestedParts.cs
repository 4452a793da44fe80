using System.ComponentModel.DataAnnotations;

namespace RemoteSupport.Features.Calls;

/// <summary>Checks the annotations of what an operation is made of; .NET looks at the operation's own only.</summary>
internal static class NestedParts
{
    /// <summary>What is wrong with them; parts that are not there are right.</summary>
    public static IEnumerable<ValidationResult> Check(params object?[] parts)
    {
        var wrong = new List<ValidationResult>();
        foreach (var part in parts.OfType<object>()) Validator.TryValidateObject(part, new ValidationContext(part), wrong, validateAllProperties: true);
        return wrong;
    }
}
